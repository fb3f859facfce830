/** Given and family names that go together. A name in another script is followed by its Latin form. */
export interface NamePool {
  given: string[]
  family: string[]
  /** Whether the family name comes first. */
  familyFirst?: boolean
}

const pool = (given: string, family: string, rest: Partial<NamePool> = {}): NamePool => ({
  given: given.split(', '),
  family: family.split(', '),
  ...rest,
})

/** Names of many languages. */
export const namePools: NamePool[] = [
  pool(
    'Adaeze, Chidi, Ngozi, Emeka, Amara, Ifeoma, Tunde, Folake, Segun, Zainab, Kelechi, Damilola',
    'Okafor, Adeyemi, Nwosu, Balogun, Eze, Okonkwo, Afolabi, Bello, Obi, Adebayo, Uche, Lawal',
  ),
  pool(
    'Mateo, Lucía, Valentina, Santiago, Camila, Diego, Ximena, Joaquín, Renata, Emilio, Paloma, Álvaro',
    'Fernández, García Molina, Ruiz, Paredes, Castellanos, Ibáñez, Herrera, Quiroga, Núñez, Salazar, Vega, Ríos',
  ),
  pool(
    'Yuki, Haruto, Sakura, Ren, Aoi, Hinata, Kenji, Mei, Sora, Naoko, Takumi, Emi',
    'Tanaka, Suzuki, Watanabe, Kobayashi, Nakamura, Yamamoto, Fujita, Mori, Ishikawa, Hayashi, Ōno, Saitō',
  ),
  pool(
    'Олена=Olena, Андрій=Andrii, Наталія=Natalia, Тарас=Taras, Ірина=Iryna, Богдан=Bohdan, Оксана=Oksana, Максим=Maksym',
    'Шевченко=Shevchenko, Коваленко=Kovalenko, Ткаченко=Tkachenko, Бондар=Bondar, Мельник=Melnyk, Гнатюк=Hnatiuk, Кравець=Kravets, Лисенко=Lysenko',
  ),
  pool(
    'Thị Mai Anh, Văn Minh, Thu Hà, Quốc Bảo, Thị Lan, Đức Huy, Ngọc Linh, Hữu Phước, Minh Châu, Gia Hân',
    'Nguyễn, Trần, Lê, Phạm, Hoàng, Vũ, Đặng, Bùi, Đỗ, Hồ',
    { familyFirst: true },
  ),
  pool(
    'Priya, Arjun, Ananya, Rohan, Kavya, Vikram, Meera, Aditya, Nisha, Sanjay, Ishaan, Lakshmi',
    'Raghunathan, Menon, Iyer, Sharma, Banerjee, Deshpande, Chatterjee, Nair, Kulkarni, Reddy, Kapoor, Bhat',
  ),
  pool(
    'Søren, Astrid, Freja, Mikkel, Ingrid, Lars, Signe, Emil, Åse, Bjørn, Solveig, Nils',
    'Kjærgaard, Lindqvist, Bergström, Østergaard, Haugen, Møller, Dahl, Nyström, Sørlie, Åkesson, Holm, Vestergaard',
  ),
  pool(
    'ليلى=Layla, عمر=Omar, نور=Nour, يوسف=Yousef, مريم=Maryam, كريم=Karim, سارة=Sara, طارق=Tariq',
    'حداد=Haddad, خوري=Khoury, منصور=Mansour, نجار=Najjar, سالم=Salem, زيدان=Zidan, فارس=Fares, عزيز=Aziz',
  ),
  pool(
    'Thabo, Lerato, Sipho, Nomvula, Kagiso, Zanele, Bongani, Palesa, Mandla, Ayanda, Tumelo, Naledi',
    'Molefe, Dlamini, Nkosi, Khumalo, Mokoena, Zulu, Mabaso, Ndlovu, Sithole, Van der Merwe, Botha, Pillay',
  ),
  pool(
    'Chiara, Lorenzo, Giulia, Alessandro, Francesca, Matteo, Elena, Davide, Beatrice, Tommaso, Ilaria, Niccolò',
    'De Santis, Moretti, Ferrari, Colombo, Greco, Marchetti, Rinaldi, D’Angelo, Conti, Bianchi, Gallo, Fontana',
  ),
  pool(
    'Jonas, Hannah, Lukas, Mia, Felix, Johanna, Maximilian, Greta, Paul, Frieda, Till, Annika',
    'Weber, Schäfer, Müller, Hoffmann, Krüger, Vogel, Lehmann, Groß, Brandt, Köhler, Seidel, Winter',
  ),
  pool(
    'Zofia, Jakub, Maja, Szymon, Hanna, Wojciech, Łucja, Mateusz, Kinga, Tomasz, Ewa, Bartosz',
    'Nowak, Wójcik, Mazur, Krawczyk, Piątek, Kaczmarek, Zając, Król, Wróbel, Dudek, Sikora, Baran',
  ),
  pool(
    'Camille, Hugo, Léa, Théo, Chloé, Antoine, Manon, Étienne, Inès, Gaspard, Océane, Rémi',
    'Laurent, Dubois, Lefèvre, Moreau, Girard, Roux, Fournier, Chevalier, Mercier, Blanchard, Garnier, Noël',
  ),
  pool(
    'Isabel, Tiago, Beatriz, Gonçalo, Marina, Rafael, Thaís, Caio, Luísa, João, Débora, Vinícius',
    'Duarte, da Silva, Carvalho, Almeida, Ferreira, Nogueira, Teixeira, Araújo, Gonçalves, Moura, Pinto, Ramos',
  ),
  pool(
    'Wei, Mei Ling, Jun, Xiu, Hao, Ying, Zhi, Li Na, Bo, Yan, Ming, Qing',
    'Chen, Lin, Huang, Zhou, Wu, Xu, Zhao, Guo, Luo, Tang, Feng, Song',
  ),
  pool(
    'Ji-woo, Min-jun, Seo-yeon, Ha-eun, Do-yun, Su-bin, Hyun-woo, Ye-jin, Tae-yang, Eun-ji',
    'Kim, Park, Choi, Jung, Kang, Yoon, Jang, Lim, Han, Seo',
  ),
  pool(
    'Γιώργος=Giorgos, Ελένη=Eleni, Νίκος=Nikos, Κατερίνα=Katerina, Δημήτρης=Dimitris, Σοφία=Sofia',
    'Αγγέλου=Angelou, Γεωργίου=Georgiou, Οικονόμου=Oikonomou, Νικολάου=Nikolaou, Σταύρου=Stavrou, Παπαδάκη=Papadaki',
  ),
  pool(
    'Elif, Mehmet, Zeynep, Emre, Ayşe, Burak, Defne, Kerem, Özge, Çağlar, İpek, Barış',
    'Yılmaz, Demir, Şahin, Çelik, Öztürk, Aydın, Arslan, Doğan, Kılıç, Güneş, Koç, Erdoğan',
  ),
  pool(
    'Grace, Oliver, Charlotte, Finn, Imogen, Callum, Niamh, Rhys, Harriet, Declan, Maeve, Theodore',
    'O’Brien, Bennett, Whitaker, MacLeod, Ashworth, Gallagher, Llewellyn, Fairbanks, Sinclair, Montgomery, Hughes, Byrne',
  ),
  pool(
    'Wanjiru, Otieno, Akinyi, Mwangi, Njeri, Kamau, Tadesse, Selam, Abebe, Hana, Juma, Rehema',
    'Kariuki, Odhiambo, Kipchoge, Wambui, Bekele, Haile, Tesfaye, Mutua, Achieng, Onyango, Mwinyi, Girma',
  ),
  pool(
    'Noah, Sanne, Daan, Lotte, Bram, Femke, Thijs, Fleur, Jeroen, Maud, Ruben, Anouk',
    'van Dijk, de Vries, Bakker, Visser, Smit, van den Berg, Meijer, Mulder, Bos, Hendriks, Dekker, Jansen',
  ),
  pool(
    'Ana, Luka, Ivana, Marko, Petra, Filip, Katarina, Nikola, Mirjana, Goran, Tea, Dejan',
    'Horvat, Kovačević, Babić, Jurić, Novak, Petrović, Marić, Knežević, Vuković, Perić, Šimić, Đurić',
  ),
  pool(
    'Mele, Sione, Ana Lupe, Tevita, Leilani, Kaimana, Aroha, Wiremu, Sefa, Tui',
    'Tupou, Fifita, Taufa, Kahale, Ngata, Parata, Tuilagi, Faleolo, Vea, Latu',
  ),
  pool(
    'נועה=Noa, איתן=Eitan, תמר=Tamar, יונתן=Yonatan, מיכל=Michal, אורי=Uri',
    'לוי=Levi, כהן=Cohen, פרידמן=Friedman, שפירא=Shapira, ברק=Barak, גולן=Golan',
  ),
]
